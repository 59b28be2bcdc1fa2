import type { OutgoingContent } from '../domain/messaging';

export interface Outgoing {
  msg_type: 'interactive' | 'post' | 'file' | 'image';
  /** A JSON string, because the platform wants no object here. */
  content: string;
}

/**
 * A message's content in the platform's form. Lines become text nodes of a post, because the platform interprets
 * nothing there.
 */
export function toOutgoing(content: OutgoingContent): Outgoing {
  switch (content.type) {
    case 'card':
      return { msg_type: 'interactive', content: JSON.stringify(content.card) };
    case 'lines': {
      const nodes = content.lines.map((text) => [{ tag: 'text', text }]);
      return { msg_type: 'post', content: JSON.stringify({ zh_cn: { title: content.title, content: nodes } }) };
    }
    case 'file':
      return { msg_type: 'file', content: JSON.stringify({ file_key: content.fileKey }) };
    case 'image':
      return { msg_type: 'image', content: JSON.stringify({ image_key: content.imageKey }) };
  }
}
