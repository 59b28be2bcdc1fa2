import type { CardJson, JsonObject } from '../../src/domain/messaging';
import type { FieldDefinition } from '../../src/domain/procedure/definition';
import type { ProcedureRecord, Reader } from '../../src/domain/procedure/record';
import { allValues } from '../../src/domain/procedure/values/computed';
import { maySeeField } from '../../src/domain/procedure/walls';
import type { CardContext } from '../kit/context';
import { type Element, lines, panel } from '../kit/elements';
import { frame } from '../kit/frame';
import { actRow } from '../kit/parts/acts';
import { askButton, recordButton, recordMenu } from './acts';
import { drawnRecord, type View } from './frame';
import { displayValue, labelText } from './labels';
import { deedText, origin, path, rowTable } from './sections';
import { standing } from './wall-standing';

const MAX_TEXT = 600;

function values(view: View): Element[] {
  const { record, reader, ctx, typed, texts } = view;
  const all = allValues(record);
  const seen = (field: FieldDefinition) =>
    reader.type === 'department' ? !field.isPrivate : maySeeField(field, record, reader.id);
  const shown = Object.values(record.definition.fields).flatMap((field) => {
    const text = field.type === 'rows' || !seen(field) ? '' : displayValue(field, all[field.key], ctx);
    return text === '' ? [] : [texts.card.labelled(labelText(field.label, ctx), typed(text, MAX_TEXT))];
  });
  return lines(shown);
}

function children({ record, texts, typed }: View): Element[] {
  const rows = record.children.map(({ number, title, isOpen }) =>
    texts.procedure.child(number, typed(title, 40), !isOpen),
  );
  return lines(rows, 'quiet');
}

/** The whole record to read: what was filled in, its tables, and who did what. */
export function wholeCard(record: ProcedureRecord, reader: Reader, _params: JsonObject, ctx: CardContext): CardJson {
  return drawnRecord(
    record,
    reader,
    ctx,
    (view) => {
      const { texts } = view;
      const deeds = record.deeds.map((deed) => {
        const words =
          deed.remark === ''
            ? ''
            : texts.card.labelled('', view.typed(deed.remark, MAX_TEXT)).replace(/^[:：]\s?/, ' ');
        return `${deedText(deed, record, ctx)}${words === '' ? '' : `\n　${words.trim()}`}`;
      });
      const tables = Object.values(record.definition.fields)
        .filter(({ type }) => type === 'rows')
        .flatMap(({ key }) => rowTable(key, view));
      const acts =
        record.isOpen && reader.type === 'person' ? [askButton(view, 'note', texts.procedure.buttons.note)] : [];
      const print =
        record.definition.document && record.number !== ''
          ? [recordButton(view, 'print', texts.procedure.buttons.print)]
          : [];
      return frame(view, [
        ...lines([standing(view)]),
        ...actRow([...acts, ...print], recordMenu(view, record.isOpen ? ['correct'] : [])),
        ...values(view),
        ...tables.slice(0, 9),
        ...children(view),
        ...panel(texts.procedure.buttons.show, lines(deeds)),
        ...origin(view),
        ...path(view),
      ]);
    },
    { isWhole: true },
  );
}
