import type { CardJson } from '../../src/domain/messaging';
import type { FoundDepartment } from '../../src/domain/org/settings';
import type { CardContext } from '../kit/context';
import { lines } from '../kit/elements';
import { form, multiSelect } from '../kit/form-elements';
import { oneLine } from '../kit/plain-text';
import { fieldOf, groupName, leadName, type SetupView, saving, setupPage } from './setup-frame';

/** The departments that Feishu's contacts offer. */
export type Offered =
  /** `isCut`: the company has more departments than were read. */
  | { ok: true; departments: ({ id: string } & FoundDepartment)[]; isCut?: boolean }
  /**
   * The scopes that the app lacks, as the platform names them; empty if there is another reason. `isReading`: they are
   * being read.
   */
  | { ok: false; scopes: string[]; isReading?: boolean };

const MAX_NAME = 40;

/** Feishu's own departments: an admin chooses which ones to import. */
export function setupImportCard(view: SetupView, ctx: CardContext, offered: Offered): CardJson {
  const { setup, chooseHere } = ctx.texts;
  return setupPage(
    'import',
    ctx,
    (room) => {
      if (!offered.ok) {
        const scopes = offered.scopes.map((scope) => `“${scope}”`);
        if (offered.isReading) return lines([setup.import.reading]);
        const text = scopes.length > 0 ? setup.import.missingScope(ctx.texts.card.list(scopes)) : setup.import.failed;
        return lines([text], 'alarm');
      }
      const { departments, isCut = false } = offered;
      if (departments.length === 0) return lines([setup.import.none], 'alarm');
      const shown = departments.slice(0, room.options);
      const options = shown.map(({ id, name }) => ({ value: id, text: oneLine(name, MAX_NAME) || id }));
      const field = { ...fieldOf('departments', '', setup, true), placeholder: chooseHere };
      const isWhole = shown.length === departments.length && !isCut;
      return [
        ...lines([!isWhole && setup.import.part(shown.length, departments.length, isCut)]),
        ...lines(
          shown
            .slice(0, room.items * 3)
            .map(({ name, lead, chat }) =>
              setup.import.line(oneLine(name, MAX_NAME), leadName(lead, ctx), groupName(chat, ctx)),
            ),
        ),
        form(multiSelect(field, options, []), { ...saving('save_import', view, ctx), word: setup.importThem }),
      ];
    },
    { back: 'departments' },
  );
}
