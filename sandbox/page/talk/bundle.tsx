import type { ComponentChildren } from 'preact';
import { useLabels, useLanguage } from '../labels';
import { childrenOf, lineOf, type Message } from '../lib/message';
import { timeText } from '../lib/time-text';
import { TEST_IDS } from '../test-ids';

const PREVIEW_LINES = 3;

interface BundleProps {
  bundle: Message;
  /** All messages inside the outermost merged forward, at all depths. */
  bundled: readonly Message[];
  /** Draws the content of a message inside. */
  draw(child: Message): ComponentChildren;
}

/** A merged forward: a few lines as a preview, all messages once opened; nested merged forwards likewise. */
export function Bundle({ bundle, bundled, draw }: BundleProps) {
  const labels = useLabels();
  const language = useLanguage();
  const inside = childrenOf(bundle.id, bundled);
  const kinds = kindLabels(labels.kinds);
  return (
    <details class="bundle" data-testid={TEST_IDS.bundle}>
      <summary>
        <strong>{labels.kinds.bundle}</strong>
        <span class="bundle-preview">
          {inside.slice(0, PREVIEW_LINES).map((child) => (
            <span key={child.id}>{`${child.sender.name}：${lineOf(child, kinds)}`}</span>
          ))}
        </span>
        <small>{labels.kinds.bundleCount(inside.length)}</small>
      </summary>
      <ol>
        {inside.map((child) => (
          <li key={child.id}>
            <div class="said-by">
              <span>{child.sender.name}</span>
              <time>{timeText(child.createdAt, language)}</time>
            </div>
            {draw(child)}
          </li>
        ))}
      </ol>
    </details>
  );
}

/** Labels in brackets for messages of kinds without text. */
export function kindLabels(
  kinds: Record<'picture' | 'file' | 'voice' | 'video' | 'bundle' | 'location' | 'sticker', string>,
) {
  const { picture, file, voice, video, bundle, location, sticker } = kinds;
  return { image: picture, file, audio: voice, media: video, merge_forward: bundle, location, sticker };
}
