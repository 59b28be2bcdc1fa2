import { colourOf, groupInitials, initialsOf } from '../lib/initials';

interface AvatarProps {
  id: string;
  name: string;
  /** What the avatar shows; a person if absent. */
  of?: 'group' | 'bot';
}

/** A person's initials on their colour, or the bot's face. */
export function Avatar({ id, name, of }: AvatarProps) {
  if (of === 'bot') {
    return (
      <span class="avatar bot" aria-hidden="true">
        <svg viewBox="0 0 20 20" aria-hidden="true">
          <path d="M10 2.5V5M4 5.5h12v9H4zM7.5 9v1.5M12.5 9v1.5M7.5 12.5h5M2 9v3M18 9v3" />
        </svg>
      </span>
    );
  }
  return (
    <span class={`avatar ${colourOf(id)} ${of ?? ''}`} aria-hidden="true">
      {of === 'group' ? groupInitials(name) : initialsOf(name)}
    </span>
  );
}
