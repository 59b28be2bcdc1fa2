import type { ComponentChildren } from 'preact';
import type { ElementProps } from '../element';
import { Icon } from '../icon';
import { isJson, word, wordsOf } from '../json';
import { spaceOf } from '../layout/stack';
import { useScope } from '../scope';
import { type Block, blocksOf, type ListItem } from './blocks';
import { Inline } from './inline';
import { sizeClass } from './text';

/** A markdown element. */
export function Markdown({ element }: ElementProps) {
  const { locale } = useScope();
  const style = { textAlign: word(element.text_align) || undefined, margin: spaceOf(element.margin) };
  return (
    <div class={`text-block ${sizeClass(element.text_size)}`} style={style}>
      {isJson(element.icon) && <Icon icon={element.icon} />}
      <MarkdownText content={wordsOf(element, locale)} />
    </div>
  );
}

/** Markdown as nodes: nothing of it is ever read as HTML, and what is not understood stays text. */
export function MarkdownText({ content, isInline = false }: { content: string; isInline?: boolean }) {
  if (isInline) {
    return (
      <span class="markdown">
        <Inline text={content} />
      </span>
    );
  }
  return (
    <div class="markdown">
      {blocksOf(content.split('\n')).map((block, at) => (
        <BlockView key={at} block={block} />
      ))}
    </div>
  );
}

function Items({ items }: { items: ListItem[] }) {
  return (
    <>
      {items.map(({ text, inner }, at) => (
        <li key={at}>
          <Inline text={text} />
          {inner.map((block, nth) => (
            <BlockView key={nth} block={block} />
          ))}
        </li>
      ))}
    </>
  );
}

function BlockView({ block }: { block: Block }): ComponentChildren {
  switch (block.kind) {
    case 'code':
      return <pre>{block.text}</pre>;
    case 'rule':
      return <hr />;
    case 'heading':
      return (
        <div class={`md-heading md-h${block.level}`}>
          <Inline text={block.text} />
        </div>
      );
    case 'quote':
      return (
        <blockquote>
          <MarkdownText content={block.text} />
        </blockquote>
      );
    case 'list':
      return block.isOrdered ? (
        <ol start={block.start}>
          <Items items={block.items} />
        </ol>
      ) : (
        <ul>
          <Items items={block.items} />
        </ul>
      );
    case 'table':
      return <MarkdownTable rows={block.rows} />;
    case 'paragraph':
      return (
        <p>
          <Inline text={block.text} />
        </p>
      );
  }
}

function MarkdownTable({ rows: [head = [], ...rows] }: { rows: string[][] }) {
  const cells = (row: string[], Cell: 'th' | 'td') =>
    row.map((text, at) => (
      <Cell key={at}>
        <Inline text={text} />
      </Cell>
    ));
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by key
    <div class="table-scroll" tabIndex={0}>
      <table>
        <thead>
          <tr>{cells(head, 'th')}</tr>
        </thead>
        <tbody>
          {rows.map((row, at) => (
            <tr key={at}>{cells(row, 'td')}</tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
