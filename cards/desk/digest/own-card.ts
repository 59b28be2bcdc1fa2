import type { OwnDigest } from '../../../src/domain/digest/digest';
import type { CardJson } from '../../../src/domain/messaging';
import { card } from '../../kit/card';
import type { CardContext } from '../../kit/context';
import { type Element, hr, lines } from '../../kit/elements';
import { actRow } from '../../kit/parts/acts';
import { oneLine } from '../../kit/plain-text';
import { type Drawable, dayText, listButton, rowsOf } from './digest-parts';

const MAX_NAME = 10;

/** What waits for one person: customers to be told, information to be given, cases to be answered. */
export function ownDigestCard(drawn: Drawable<OwnDigest>, ctx: CardContext): CardJson {
  const { digest, rows } = drawn;
  const words = ctx.texts.digest.own;
  const { asked, elsewhere, drafts } = digest;
  const others = [
    ...(asked > rows.length ? [words.more(asked - rows.length)] : []),
    ...(elsewhere > 0 ? [words.elsewhere(elsewhere)] : []),
    ...(drafts > 0 ? [words.drafts(drafts)] : []),
  ];
  return card({
    title: titleOf(drawn, ctx),
    subtitle: dayText(digest.date, ctx),
    colour: asked > 0 ? 'blue' : 'green',
    icon: 'feedback',
    summary: words.summary(asked),
    isPrivate: true,
    elements: [
      ...rowsOf(rows),
      ...(rows.length > 0 && others.length > 0 ? [hr()] : []),
      ...lines([asked === 0 && words.rest, others.join(' · ')], 'quiet'),
      ...actRow(buttonsOf(drawn, ctx)),
    ],
  });
}

function titleOf({ digest, readerId }: Drawable<OwnDigest>, ctx: CardContext): string {
  const words = ctx.texts.digest.own;
  const { asked, toTell } = digest;
  const known = oneLine(ctx.nameOf(readerId), MAX_NAME);
  const name = known === ctx.texts.card.somebody ? '' : known;
  if (asked === 0) return words.nothing;
  return asked === toTell ? words.tell(name, asked) : words.act(name, asked);
}

function buttonsOf({ digest, rows, readerId }: Drawable<OwnDigest>, { texts }: CardContext): Element[] {
  const words = texts.digest.own;
  const { asked, elsewhere, drafts } = digest;
  return [
    ...(elsewhere > 0 ? [listButton('mine', words.showMine, readerId)] : []),
    ...(drafts > 0 || asked > rows.length ? [listButton('todo', words.showTodo, readerId)] : []),
  ];
}
