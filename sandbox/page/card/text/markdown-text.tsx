import type { ComponentChildren } from 'preact';
import { Thumbnail } from '../media/picture';
import { FeishuTagView } from './feishu-tag-view';
import { type MarkdownNode, parseInlineMarkdown, parseMarkdown } from './parse-markdown';
import { WebLink } from './web-link';

/** Draws markdown as nodes: no part of the content is ever read as HTML, and unknown tags stay text. */
export function MarkdownText({ content, isInline = false }: { content: string; isInline?: boolean }) {
  if (isInline) {
    return (
      <span class="markdown">
        <Nodes nodes={parseInlineMarkdown(content)} />
      </span>
    );
  }
  return (
    <div class="markdown">
      <Nodes nodes={parseMarkdown(content)} />
    </div>
  );
}

function Nodes({ nodes }: { nodes: MarkdownNode[] }) {
  return (
    <>
      {nodes.map((node, at) => (
        <NodeView key={at} node={node} />
      ))}
    </>
  );
}

/** One token of the parser and its children. */
function NodeView({ node: { token, children } }: { node: MarkdownNode }): ComponentChildren {
  const inside = <Nodes nodes={children} />;
  switch (token.type) {
    case 'inline':
      return inside;
    case 'paragraph_open':
      return token.hidden ? inside : <p>{inside}</p>;
    case 'heading_open':
      return <div class={`md-heading md-${token.tag}`}>{inside}</div>;
    case 'fence':
    case 'code_block':
      return <pre>{token.content.replace(/\n$/, '')}</pre>;
    case 'hr':
      return <hr />;
    case 'blockquote_open':
      return (
        <blockquote>
          <div class="markdown">{inside}</div>
        </blockquote>
      );
    case 'bullet_list_open':
      return <ul>{inside}</ul>;
    case 'ordered_list_open':
      return <ol start={Number(token.attrGet('start') ?? 1)}>{inside}</ol>;
    case 'list_item_open':
      return <li>{inside}</li>;
    case 'table_open':
      return (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by key
        <div class="table-scroll" tabIndex={0}>
          <table>{inside}</table>
        </div>
      );
    case 'thead_open':
      return <thead>{inside}</thead>;
    case 'tbody_open':
      return <tbody>{inside}</tbody>;
    case 'tr_open':
      return <tr>{inside}</tr>;
    case 'th_open':
      return <th>{inside}</th>;
    case 'td_open':
      return <td>{inside}</td>;
    case 'softbreak':
    case 'hardbreak':
      return <br />;
    case 'code_inline':
      return <code>{token.content}</code>;
    case 'strong_open':
      return <strong>{inside}</strong>;
    case 'em_open':
      return <em>{inside}</em>;
    case 's_open':
      return <s>{inside}</s>;
    case 'link_open':
      return (
        <WebLink url={String(token.attrGet('href'))} isEmpty={children.length === 0}>
          {inside}
        </WebLink>
      );
    case 'picture':
      return <Thumbnail imageKey={String(token.attrGet('key'))} alt={token.content} />;
    case 'feishu_open':
      return (
        <FeishuTagView tag={token} isEmpty={children.length === 0}>
          {inside}
        </FeishuTagView>
      );
    default:
      return token.content;
  }
}
