import { fileUrl } from '../api';
import { Icon } from '../shell/icon';
import { useWords } from '../words';

/** A picture as large as a message allows; a tap opens all of it. */
export function Picture({ imageKey, isVideo = false }: { imageKey: string; isVideo?: boolean }) {
  const words = useWords();
  if (!imageKey) return <>{`[${words.kinds.picture}]`}</>;
  const url = fileUrl(imageKey);
  return (
    <a class={`picture-link${isVideo ? ' video' : ''}`} href={url} target="_blank" rel="noopener noreferrer">
      <img src={url} alt={isVideo ? words.kinds.video : words.kinds.picture} title={words.kinds.openPicture} />
      {isVideo && <Icon name="play" />}
    </a>
  );
}
