import MarkdownIt, { type Token } from 'markdown-it';
import { webUrl } from '../links';
import { readPicture, readRuleTag, readTag } from './feishu-tags';

/** A token with all that it encloses. */
export interface MarkdownNode {
  token: Token;
  children: MarkdownNode[];
}

/** Rules of CommonMark that card markdown does not have; a line of dashes below a text is a rule, not a heading. */
const UNKNOWN = ['lheading', 'reference', 'autolink', 'image', 'html_block', 'html_inline'];

const parser = new MarkdownIt({ html: false }).disable(UNKNOWN);
parser.validateLink = (url) => webUrl(url) !== null;
parser.inline.ruler.before('link', 'feishu_picture', readPicture);
parser.inline.ruler.before('link', 'feishu_tag', readTag);
parser.block.ruler.before('hr', 'feishu_hr', readRuleTag, { alt: ['paragraph', 'blockquote', 'list'] });

/** Reads card markdown into a tree of blocks and their inline parts. */
export const parseMarkdown = (content: string): MarkdownNode[] => treeOf(parser.parse(content, {}));

/** Reads the markdown of one text, such as `lark_md`: marks and tags, but no headings, lists or tables. */
export const parseInlineMarkdown = (content: string): MarkdownNode[] => treeOf(parser.parseInline(content, {}));

/** Nests the flat tokens: what lies between `…_open` and `…_close` are children. */
function treeOf(tokens: Token[]): MarkdownNode[] {
  const root: MarkdownNode[] = [];
  const open: MarkdownNode[][] = [root];
  for (const token of tokens) {
    if (token.nesting === -1) {
      open.pop();
      continue;
    }
    const node: MarkdownNode = { token, children: token.children ? treeOf(token.children) : [] };
    open.at(-1)?.push(node);
    if (token.nesting === 1) open.push(node.children);
  }
  return root;
}
