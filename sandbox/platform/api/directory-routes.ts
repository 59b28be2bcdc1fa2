import { unionIdOf } from '../ids';
import { type Json, listed } from '../json';
import type { Chat, Person } from '../model';
import type { Settings } from '../settings';
import type { Store } from '../store';
import { pageOf, type Routes } from './api-routes';
import { PlatformFault } from './platform-fault';
import type { RateLimits } from './rate-limits';

const BASIC_BATCH = '/contact/v3/users/basic_batch';

/** Routes about the bot, its groups, and the people whom the app may see. */
export function directoryRoutes(store: Store, limits: RateLimits, settings: Settings): Routes {
  const { company } = store;
  const chat = (id: string | undefined): Chat => {
    const found = store.chats.get(id ?? '');
    if (!found) throw new PlatformFault(232006, 'Invalid chat_id');
    return found;
  };
  const visible = (id: unknown): Person | null => {
    const person = typeof id === 'string' ? store.people.get(id) : undefined;
    return person && person.inContactRange !== false ? person : null;
  };
  const user = (person: Person): Json => ({
    open_id: person.id,
    union_id: unionIdOf(person.id),
    user_id: '',
    name: store.nameOf(person.id),
    en_name: person.english?.name ?? '',
    nickname: '',
    avatar: {},
    status: { is_frozen: false, is_resigned: store.unreachable.get(person.id) === 230029, is_activated: true },
    department_ids: departmentsOf(store, person.id),
    job_title: (store.language === 'en-US' ? person.english?.title : undefined) ?? person.title ?? '',
  });
  return {
    'GET /bot/v3/info': () => ({
      body: {
        code: 0,
        msg: 'ok',
        bot: {
          activate_status: 2,
          app_name: store.nameOf(company.bot.openId),
          avatar_url: '',
          ip_white_list: [],
          open_id: company.bot.openId,
        },
      },
    }),
    'GET /im/v1/chats': ({ query }) => {
      const groups = [...store.chats.values()].filter(
        (each) => each.mode === 'group' && each.hasBot && !each.dissolved,
      );
      const page = pageOf(groups, query, 100);
      return { data: { ...page, items: page.items.map((each) => listedChat(store, each)) } };
    },
    'GET /im/v1/chats/:chat_id': ({ params }) => ({ data: chatJson(store, chat(params.chat_id)) }),
    'GET /im/v1/chats/:chat_id/members': ({ params, query }) => {
      const found = chat(params.chat_id);
      if (found.dissolved) throw new PlatformFault(232009, 'The group has been dissolved');
      if (!found.hasBot) throw new PlatformFault(232011, 'Operator can NOT be out of the chat');
      const page = pageOf([...found.members], query, 100);
      const items = page.items.map((id) => ({
        member_id: id,
        member_id_type: 'open_id',
        name: store.nameOf(id),
        tenant_key: company.tenantKey,
      }));
      return { data: { ...page, items, member_total: found.members.size } };
    },
    'GET /contact/v3/users/batch': ({ query }) => {
      const ids = query.getAll('user_ids').flatMap((each) => each.split(','));
      if (ids.length === 0 || ids.length > 50) throw new PlatformFault(99992402, 'field validation failed');
      return { data: { items: ids.flatMap((id) => visible(id) ?? []).map(user) } };
    },
    'GET /contact/v3/users/:user_id': ({ params, query }) => {
      const isUnion = query.get('user_id_type') === 'union_id';
      const id = isUnion
        ? [...store.people.keys()].find((openId) => unionIdOf(openId) === params.user_id)
        : params.user_id;
      if (!store.people.has(id ?? '')) throw new PlatformFault(99992351, 'not a valid open_id');
      const person = visible(id);
      if (!person) throw new PlatformFault(41050, 'no user authority error');
      return { data: { user: user(person) } };
    },
    [`POST ${BASIC_BATCH}`]: ({ body }) => {
      const ids = listed(body.user_ids);
      if (ids.length === 0 || ids.length > 10) throw new PlatformFault(99992402, 'field validation failed');
      if (settings.limits) limits.takeApi(BASIC_BATCH, 5);
      const known = ids.flatMap((id) => store.people.get(String(id)) ?? []);
      return {
        data: {
          users: known.map(({ id, name }) => ({ user_id: id, name: store.nameOf(id), i18n_name: { zh_cn: name } })),
        },
      };
    },
    'GET /contact/v3/departments/:department_id/children': ({ params, query }) => {
      // All departments are children of the root; none has children.
      const isRoot = params.department_id === '0';
      const page = pageOf(isRoot ? departmentChats(store) : [], query, 50);
      return { data: { ...page, items: page.items.map((each) => departmentJson(store, each)) } };
    },
    'GET /contact/v3/departments/:department_id': ({ params }) => {
      const found = departmentChats(store).find(({ department }) => department?.id === params.department_id);
      if (!found) throw new PlatformFault(40015, 'department not found');
      return { data: { department: departmentJson(store, found) } };
    },
  };
}

function departmentChats(store: Store): Chat[] {
  return [...store.chats.values()].filter(({ department }) => department !== null);
}

function departmentJson(store: Store, chat: Chat): Json {
  return {
    name: store.nameOf(chat.id),
    open_department_id: chat.department?.id,
    department_id: chat.department?.id,
    parent_department_id: '0',
    leader_user_id: chat.department?.leaderId,
    chat_id: chat.id,
    member_count: chat.members.size,
  };
}

function departmentsOf(store: Store, personId: string): string[] {
  return [...store.chats.values()].flatMap(({ department, members }) =>
    department && members.has(personId) ? [department.id] : [],
  );
}

function listedChat(store: Store, chat: Chat): Json {
  return {
    chat_id: chat.id,
    name: store.nameOf(chat.id),
    avatar: '',
    description: '',
    owner_id: chat.ownerId,
    owner_id_type: 'open_id',
    external: false,
    tenant_key: store.company.tenantKey,
    chat_status: chat.dissolved ? 'dissolved' : 'normal',
  };
}

function chatJson(store: Store, chat: Chat): Json {
  const { chat_id: _, ...rest } = listedChat(store, chat);
  return {
    ...rest,
    chat_mode: chat.mode,
    chat_type: 'private',
    group_message_type: 'chat',
    at_all_permission: chat.mayMentionAll ? 'all_members' : 'only_owner',
    urgent_setting: 'all_members',
    moderation_permission: 'all_members',
    user_count: String(chat.members.size),
    bot_count: chat.hasBot ? '1' : '0',
  };
}
