import type { Contacts, Named } from '../domain/contacts';
import { codeOf } from '../domain/errors';
import type { PersonAlias } from '../domain/messaging';
import type { FoundDepartment } from '../domain/org/settings';
import type { FeishuMessenger } from './feishu-messenger';
import { idInPath } from './id-in-path';
import { asList, asObject, asText, type Loose } from './loose-json';
import type { Api } from './platform-errors';

/** More pages than any company has: a platform that pages for ever must not stop the bot. */
const MAX_PAGES = 200;

/** Feishu lists no more at once. */
const DEPARTMENTS_A_PAGE = 50;

/** The root of every company's departments. */
const ROOT = '0';
const BY_OPEN_ID = { department_id_type: 'open_department_id', user_id_type: 'open_id' };

/** Groups, their members, and the company's departments, read page by page. */
export class FeishuContacts implements Contacts {
  constructor(private readonly messenger: Pick<FeishuMessenger, 'get'>) {}

  async groups(): Promise<Named[]> {
    const items = await this.pages('chat.list', '/open-apis/im/v1/chats', { page_size: '100' });
    return items.map((item) => ({ id: asText(item.chat_id), name: asText(item.name) })).filter(({ id }) => id !== '');
  }

  async members(chatId: string): Promise<Named[]> {
    const url = `/open-apis/im/v1/chats/${idInPath(chatId, 'feishu_target_gone')}/members`;
    const items = await this.pages('chat.members', url, { member_id_type: 'open_id', page_size: '100' });
    return items.map((item) => ({ id: asText(item.member_id), name: asText(item.name) })).filter(({ id }) => id !== '');
  }

  async openIdOf({ type, id }: PersonAlias): Promise<string | null> {
    const user = await this.user(id, type);
    return user && (asText(user.open_id) || null);
  }

  async isPerson(openId: string): Promise<boolean> {
    return (await this.user(openId, 'open_id')) !== null;
  }

  async departments(): Promise<{ departments: ({ id: string } & FoundDepartment)[]; isCut: boolean }> {
    const url = `/open-apis/contact/v3/departments/${ROOT}/children`;
    const items = await this.pages('department.list', url, {
      ...BY_OPEN_ID,
      fetch_child: 'true',
      page_size: String(DEPARTMENTS_A_PAGE),
    });
    const departments = items
      .map((item) => ({ id: asText(item.open_department_id), ...departmentOf(item) }))
      .filter(({ id }) => id.startsWith('od-'));
    return { departments, isCut: items.length >= MAX_PAGES * DEPARTMENTS_A_PAGE };
  }

  async department(id: string): Promise<FoundDepartment | null> {
    const url = `/open-apis/contact/v3/departments/${idInPath(id, 'feishu_target_gone')}`;
    try {
      const answer = await this.messenger.get('department.get', url, BY_OPEN_ID);
      return departmentOf(asObject(asObject(answer.data).department));
    } catch (error) {
      if (codeOf(error) === 'feishu_target_gone') return null;
      throw error;
    }
  }

  /** Null if Feishu knows nobody by that id. */
  private async user(id: string, idType: string): Promise<Loose | null> {
    try {
      const url = `/open-apis/contact/v3/users/${idInPath(id, 'feishu_target_gone')}`;
      const answer = await this.messenger.get('user.get', url, { user_id_type: idType });
      return asObject(asObject(answer.data).user);
    } catch (error) {
      if (codeOf(error) === 'feishu_target_gone') return null;
      throw error;
    }
  }

  private async pages(api: Api, url: string, params: Record<string, string>): Promise<Loose[]> {
    const found: Loose[] = [];
    let token = '';
    for (let page = 0; page < MAX_PAGES; page += 1) {
      const answer = await this.messenger.get(api, url, token === '' ? params : { ...params, page_token: token });
      const data = asObject(answer.data);
      found.push(...asList(data.items).map(asObject));
      token = asText(data.page_token);
      if (data.has_more !== true || token === '') break;
    }
    return found;
  }
}

function departmentOf(item: Loose): FoundDepartment {
  return {
    name: asText(item.name),
    lead: asText(item.leader_user_id) || null,
    chat: asText(item.chat_id) || null,
  };
}
