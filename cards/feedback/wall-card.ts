import { withoutRemarks } from '../../src/domain/feedback/internal-remarks';
import type { Feedback } from '../../src/domain/feedback/model';
import { departmentOfWall } from '../../src/domain/feedback/walls';
import type { CardJson } from '../../src/domain/messaging';
import type { CardContext } from '../kit/context';
import { retiredCase } from './case-frame';
import { departmentCard } from './department-card';
import { clerkCard, managerCard } from './office-card';
import { repWall } from './rep-card';

/** A case's card on one wall; `retired` if it was posted anew elsewhere. An unknown wall is the rep's. */
export function renderWall(
  feedback: Feedback,
  wall: string,
  ctx: CardContext,
  { retired }: { retired: boolean },
): CardJson {
  if (retired) return retiredCase(feedback, ctx);
  const department = departmentOfWall(wall);
  if (department !== null) return departmentCard(feedback, department, ctx);
  if (wall === 'clerk') return clerkCard(feedback, ctx);
  if (wall === 'manager') return managerCard(feedback, ctx);
  // The rep copies from this card to the customer.
  return repWall(withoutRemarks(feedback), ctx);
}
