import type { CardContext } from '../../cards/context';
import { departmentName } from '../../cards/names';
import { refusalText } from '../../cards/refusal';
import type { Directory } from './directory';
import type { OtherTap } from './inbox';
import type { OrgSource } from './org-source';

/** Answers `org.bind`: an admin says which department this group serves. */
export function orgTap(
  orgSource: OrgSource,
  directory: Directory,
  view: Pick<CardContext, 'texts' | 'timeZone'>,
): OtherTap {
  return async ({ tap }) => {
    if (tap.cmd !== 'org.bind') return null;
    const org = orgSource.org();
    const { nameOf } = await directory.namesWithin([tap.operatorId, ...org.admins]);
    const ctx: CardContext = { ...view, org, nameOf };
    const department = tap.fields.department ?? '';
    const bound = await orgSource.bind(department, tap.chatId, tap.operatorId);
    if (!bound.ok) {
      const content = refusalText(bound.reason, { who: 'admin', department }, ctx, null);
      return { toast: { type: 'warning', content } };
    }
    const content = view.texts.bound('', departmentName(bound.department, { ...ctx, org: orgSource.org() }));
    return { toast: { type: 'success', content } };
  };
}
