import type { Who } from '../../domain/procedure/definition';
import type { WrittenWho } from './grammar/who';
import { type Scope, typeOf } from './scope';

/** The part that the file means: `department:x` is the department that the field `x` names, if there is such a field. */
export function whoOf(written: WrittenWho, scope: Scope): Who {
  switch (written.part) {
    case 'anyone':
      // Whoever starts a record is its starter.
      return { kind: 'starter' };
    case 'position':
      return { kind: 'position', position: written.name };
    case 'department':
      return typeOf(scope, written.name) === 'department'
        ? { kind: 'department_of', field: written.name }
        : { kind: 'department', key: written.name };
    case 'field':
      return { kind: 'person', field: written.name };
    case 'lead':
    case 'person':
    case 'rep_of':
    case 'outside':
      return { kind: written.part, field: written.name };
    case 'parent':
      return { kind: 'parent', who: whoOf(written.who, scope.parent ?? scope) };
    default:
      return { kind: written.part };
  }
}
