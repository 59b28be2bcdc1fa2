import { fileUrl } from '../api';
import { useLabels } from '../labels';
import { Icon } from '../shell/icon';

/** A picture in a message; a tap opens the original. */
export function Picture({ imageKey, isVideo = false }: { imageKey: string; isVideo?: boolean }) {
  const labels = useLabels();
  if (!imageKey) return <>{`[${labels.kinds.picture}]`}</>;
  const url = fileUrl(imageKey);
  return (
    <a class={`picture-link${isVideo ? ' video' : ''}`} href={url} target="_blank" rel="noopener noreferrer">
      <img src={url} alt={isVideo ? labels.kinds.video : labels.kinds.picture} title={labels.kinds.openPicture} />
      {isVideo && <Icon name="play" />}
    </a>
  );
}
