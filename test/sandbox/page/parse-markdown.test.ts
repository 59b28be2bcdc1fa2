import { describe, expect, test } from '@jest/globals';
import { type MarkdownNode, parseInlineMarkdown, parseMarkdown } from '../../../sandbox/page/card/text/parse-markdown';

/** The tree as one line: `p(strong('粗') br 'x')`. */
const outline = (nodes: MarkdownNode[]): string =>
  nodes
    .map(({ token, children }) => {
      if (token.type === 'text' || token.type === 'text_special')
        return token.content === '' ? '' : `'${token.content}'`;
      if (token.type === 'inline') return outline(children);
      const name = token.type.replace(/_open$/, '');
      const attributes = (token.attrs ?? []).map(([key, value]) => ` ${key}=${value}`).join('');
      const inside = children.length > 0 ? outline(children) : token.content;
      const label = name === 'feishu' ? token.tag : name;
      return `${label}${attributes}(${inside})`;
    })
    .filter(Boolean)
    .join(' ');

const inline = (content: string) => outline(parseInlineMarkdown(content));
const blocks = (content: string) => outline(parseMarkdown(content));

describe('the markdown of a card', () => {
  test.each([
    ['marks', '**粗**、*斜*、~~删~~、`码`', "strong('粗') '、' em('斜') '、' s('删') '、' code_inline(码)"],
    ['an entity is a character and no mark', '&#42;不斜&#42; &lt;b&gt;', "'*不斜* <b>'"],
    ['a link to the web', '[好](https://a.cn/x)', "link href=https://a.cn/x('好')"],
    ['a script stays text', '[坏](javascript:alert(1))', "'[坏](javascript:alert(1))'"],
    ['an address without scheme stays text', '[坏](a.cn)', "'[坏](a.cn)'"],
    ['a picture by its key', '![表](img_v3_1)', 'picture key=img_v3_1(表)'],
    ['a picture by its address stays text', '![表](https://a.cn/x.png)', "'![表](https://a.cn/x.png)'"],
    ['a mention', '<at id=ou_li></at> 请看', "at id=ou_li() ' 请看'"],
    ['mentions, quoted', "<at ids='ou_a,ou_b'></at>", 'at ids=ou_a,ou_b()'],
    ['a colour with marks in it', '<font color="red">很**急**</font>', "font color=red('很' strong('急'))"],
    [
      'a colour in a colour',
      "<font color='red'>a<font color='green'>b</font>c</font>",
      "font color=red('a' font color=green('b') 'c')",
    ],
    ['marks around a tag', "**<font color='red'>急</font>**", "strong(font color=red('急'))"],
    ['a tag in a link', "[<font color='red'>急</font>](https://a.cn)", "link href=https://a.cn(font color=red('急'))"],
    ['a label takes no marks', "<text_tag color='blue'>**a** &#42;</text_tag>", 'text_tag color=blue(**a** *)'],
    ['raw text', '<raw>**a** <b></raw>', 'raw(**a** <b>)'],
    ['a link tag', "<link url='https://a.cn' icon='x'>去</link>", "link url=https://a.cn icon=x('去')"],
    ['a link tag with a script stays text', '<a href="javascript:x">去</a>', '\'<a href="javascript:x">去</a>\''],
    ['a line break', 'a<br>b\nc', "'a' hardbreak() 'b' softbreak() 'c'"],
    ['a tag without its end stays text', "<font color='red'>a", "'<font color='red'>a'"],
    ['HTML stays text', '<img src=x onerror=alert(1)>', "'<img src=x onerror=alert(1)>'"],
  ])('%s', (_what, content, expected) => {
    expect(inline(content)).toBe(expected);
  });

  test.each([
    ['a line of dashes below a text is a rule', '文字\n---', "paragraph('文字') hr()"],
    ['a rule as a tag', '文字\n<hr>\n文字', "paragraph('文字') hr() paragraph('文字')"],
    ['a heading', '## 标题\n正文', "heading('标题') paragraph('正文')"],
    [
      'a list in a list, four spaces in',
      '- 一\n    - 二\n- 三',
      "bullet_list(list_item(paragraph('一') bullet_list(list_item(paragraph('二')))) list_item(paragraph('三')))",
    ],
    ['a list that starts at three', '3. 一', "ordered_list start=3(list_item(paragraph('一')))"],
    ['a quote', '> 引用', "blockquote(paragraph('引用'))"],
    ['code', '```ts\na < b\n```', 'fence(a < b\n)'],
    [
      'a table below a text',
      '文字\n| 列 |\n| --- |\n| **甲** |',
      "paragraph('文字') table(thead(tr(th('列'))) tbody(tr(td(strong('甲')))))",
    ],
    [
      'HTML',
      '<div>\n<script>x</script>\n</div>',
      "paragraph('<div>' softbreak() '<script>x</script>' softbreak() '</div>')",
    ],
  ])('%s', (_what, content, expected) => {
    expect(blocks(content)).toBe(expected);
  });
});
