import type { Json } from '../json';
import type { MessageChanges } from '../messages/message-changes';
import { messageJson } from '../messages/message-json';
import type { Outgoing } from '../messages/outgoing';
import type { Message, StoredFile } from '../model';
import type { Settings } from '../settings';
import type { Store } from '../store';
import { type ApiCall, pageOf, type Routes } from './api-routes';
import { badParameter, PlatformFault } from './platform-fault';

const DOWNLOADABLE: Record<string, string> = {
  image: 'image',
  file: 'file',
  audio: 'file',
  media: 'file',
  post: 'any',
};

interface MessageParts {
  store: Store;
  outgoing: Outgoing;
  changes: MessageChanges;
  settings: Settings;
  appId: string;
}

/** `/im/v1/messages…` */
export function messageRoutes({ store, outgoing, changes, settings, appId }: MessageParts): Routes {
  const shown = (message: Message) => ({ data: messageJson(store, message) });
  const idOf = (call: ApiCall) => call.params.message_id ?? '';
  const readable = (id: string) => {
    const message = store.message(id);
    outgoing.checkReachable(store.chatOf(message));
    if (message.recalled) throw new PlatformFault(230110, 'The message has been deleted');
    return message;
  };
  const one = '/im/v1/messages/:message_id';
  return {
    'POST /im/v1/messages': ({ query, body }) => shown(outgoing.send(query.get('receive_id_type'), body)),
    [`POST ${one}/reply`]: (call) => shown(outgoing.reply(idOf(call), call.body)),
    [`POST ${one}/forward`]: (call) => {
      const { query, body } = call;
      return shown(outgoing.forward(idOf(call), query.get('receive_id_type'), body.receive_id, query.get('uuid')));
    },
    [`PATCH ${one}`]: (call) => {
      changes.patchCard(idOf(call), call.body);
      return { data: {} };
    },
    [`PUT ${one}`]: (call) => {
      changes.edit(idOf(call), call.body);
      return shown(store.message(idOf(call)));
    },
    [`DELETE ${one}`]: (call) => {
      changes.recall(idOf(call));
      return { data: {} };
    },
    [`PATCH ${one}/urgent_app`]: (call) => ({
      data: { invalid_user_id_list: changes.buzz(idOf(call), call.body) },
    }),
    [`POST ${one}/reactions`]: (call) => ({ data: changes.react(idOf(call), call.body, appId) }),
    [`GET ${one}`]: (call) => {
      const message = readable(idOf(call));
      const items = [message, ...(store.children.get(message.id) ?? [])];
      return { data: { items: items.map((each) => messageJson(store, each, asSent(call.query))) } };
    },
    'GET /im/v1/messages': ({ query }) => ({ data: listMessages(store, outgoing, query) }),
    [`GET ${one}/resources/:file_key`]: (call) => {
      const message = readable(idOf(call));
      const wanted = { key: call.params.file_key ?? '', type: call.query.get('type') };
      return { file: resource(store, settings, message, wanted) };
    },
  };
}

/** Whether cards are wanted as they were sent. */
const asSent = (query: URLSearchParams) => query.get('card_msg_content_type') === 'user_card_content';

function listMessages(store: Store, outgoing: Outgoing, query: URLSearchParams): Json {
  const container = query.get('container_id') ?? '';
  const byThread = query.get('container_id_type') === 'thread';
  const all = [...store.messages.values()];
  const chat = byThread ? null : store.chats.get(container);
  if (!byThread && !chat) throw badParameter('container_id is invalid');
  if (chat) outgoing.checkReachable(chat);
  const within = (time: number) =>
    time >= Number(query.get('start_time') ?? 0) * 1000 &&
    time <= Number(query.get('end_time') ?? Number.MAX_SAFE_INTEGER) * 1000;
  const found = all.filter((message) =>
    byThread
      ? message.threadId === container
      : message.chatId === container && !(message.threadId && message.rootId) && within(message.createdAt),
  );
  if (query.get('sort_type') === 'ByCreateTimeDesc') found.reverse();
  const page = pageOf(found, query, 50);
  return { ...page, items: page.items.map((message) => messageJson(store, message, asSent(query))) };
}

interface Wanted {
  key: string;
  type: string | null;
}

/** An attachment of a message; throws 234003, 234043 or 234001. */
function resource(store: Store, settings: Settings, message: Message, { key, type }: Wanted): StoredFile {
  const notThere = () => new PlatformFault(234003, 'File not in message');
  const kind = DOWNLOADABLE[message.type];
  const merged = (store.children.get(message.id) ?? []).some((child) => child.resources.includes(key));
  if (message.type === 'merge_forward' ? !settings.mergedResources : !kind || message.upperId) {
    throw new PlatformFault(234043, 'Unsupported message type');
  }
  const file = store.files.get(key);
  if (!file || !(message.resources.includes(key) || merged)) throw notThere();
  if (type !== file.kind) throw new PlatformFault(234001, 'Invalid request param: type');
  return file;
}
