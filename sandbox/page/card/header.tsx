import type { Json } from './card-view';
import { Icon } from './icon';
import { isJson, listed, textOf, word } from './read-json';
import { useScope } from './scope';
import { Tag } from './text/tag';
import { TextContent } from './text/text';

/** The platform shows at most this many tags. */
const MAX_TAGS = 3;

/** Title, subtitle, tags and icon on the colour of the template. */
export function Header({ header }: { header: Json }) {
  const { locale } = useScope();
  const { title, subtitle, icon, template } = header;
  const tags = listed(header.text_tag_list).slice(0, MAX_TAGS);
  return (
    <header class={`card-head tint-${word(template) || 'default'}`}>
      {isJson(icon) && <Icon icon={icon} />}
      <div class="card-titles">
        <div class="card-title-row">
          <h3 class="card-title">
            <TextContent text={title} />
          </h3>
          {tags.map((tag) => (
            <Tag key={textOf(tag.text, locale)} color={word(tag.color)} text={textOf(tag.text, locale)} />
          ))}
        </div>
        {isJson(subtitle) && (
          <div class="card-subtitle">
            <TextContent text={subtitle} />
          </div>
        )}
      </div>
    </header>
  );
}
