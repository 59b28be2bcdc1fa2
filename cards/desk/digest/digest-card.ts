import type { Digest } from '../../../src/domain/digest/digest';
import type { CardJson } from '../../../src/domain/messaging';
import type { CardContext } from '../../kit/context';
import type { Drawable } from './digest-parts';
import { leadDigestCard } from './lead-card';
import { officeDigestCard } from './office-card';
import { ownDigestCard } from './own-card';

/** A digest (日报) as its reader sees it. */
export function digestCard({ digest, ...others }: Drawable<Digest>, ctx: CardContext): CardJson {
  switch (digest.audience) {
    case 'office':
      return officeDigestCard({ digest, ...others }, ctx);
    case 'lead':
      return leadDigestCard({ digest, ...others }, ctx);
    case 'own':
      return ownDigestCard({ digest, ...others }, ctx);
  }
}
