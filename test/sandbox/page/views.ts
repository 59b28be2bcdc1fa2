import type { Message } from '../../../sandbox/page/lib/message';
import type { ChatSummary, PersonView } from '../../../sandbox/page-contract';

export const chat = (id: string, more: Partial<ChatSummary> = {}): ChatSummary => ({
  id,
  mode: 'p2p',
  name: id,
  members: [],
  hasBot: true,
  dissolved: false,
  last: '',
  lastAt: null,
  count: 0,
  urgent: 0,
  ...more,
});

export const person = (id: string, name: string, title: string, chats: ChatSummary[]): PersonView => ({
  id,
  name,
  title,
  role: title === '客户经理' ? 'rep' : title.includes('经理') ? 'manager' : null,
  left: false,
  chats,
});

export const message = (id: string, more: Partial<Message> = {}): Message => ({
  id,
  chatId: 'oc_1',
  sender: { type: 'user', id: 'ou_lin', name: '林晓' },
  type: 'text',
  content: { text: id },
  text: id,
  mentions: [],
  createdAt: Date.parse('2026-11-25T09:00:00+08:00'),
  updatedAt: 0,
  rootId: null,
  parentId: null,
  threadId: null,
  upperId: null,
  recalled: false,
  edits: 0,
  card: null,
  versions: 1,
  urgentTo: [],
  reactions: [],
  resources: [],
  children: [],
  ...more,
});
