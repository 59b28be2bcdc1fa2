import type { CSSProperties } from 'preact';
import { useState } from 'preact/hooks';
import type { ElementProps } from '../element';
import { Glyph } from '../icon';
import { listed, textOf, word } from '../read-json';
import { useScope } from '../scope';
import { Modal } from './modal';

const SIZES: Record<string, [width: string, height?: string]> = {
  large: ['160px', '160px'],
  medium: ['80px', '80px'],
  small: ['40px', '40px'],
  tiny: ['16px', '16px'],
  stretch: ['100%'],
};

function sizeOf(size: unknown): CSSProperties {
  const [, width, height] = /^(\d{1,4}px) (\d{1,4}px)$/.exec(word(size)) ?? [];
  const [w, h] = width && height ? [width, height] : (SIZES[word(size)] ?? ['100%']);
  return { width: w, ...(h ? { height: h } : {}) };
}

interface ThumbnailProps {
  imageKey: string;
  alt: string;
  style?: CSSProperties;
  /** Whether a tap shows the whole picture. */
  preview?: boolean;
  fit?: string;
}

/** A picture that opens on a tap. */
export function Thumbnail({ imageKey, alt, style, preview = true, fit = 'crop_center' }: ThumbnailProps) {
  const { view, labels } = useScope();
  const [open, setOpen] = useState(false);
  const [failed, setFailed] = useState(false);
  const url = view.fileUrl(imageKey);
  if (failed) {
    return (
      <span class="picture-gone" style={style} title={alt}>
        <Glyph name="image" size={20} />
      </span>
    );
  }
  const image = { class: `picture ${fit}`, src: url, onError: () => setFailed(true) };
  if (!preview) return <img {...image} alt={alt} style={style} />;
  return (
    <>
      <button
        type="button"
        class="picture-open"
        style={style}
        aria-label={alt || labels.picture}
        onClick={() => setOpen(true)}
      >
        <img {...image} alt={alt} />
      </button>
      {open && (
        <Modal class="lightbox" label={alt || labels.picture} onClose={() => setOpen(false)}>
          <img src={url} alt={alt} />
          <button type="button" class="lightbox-close" aria-label={labels.close} onClick={() => setOpen(false)}>
            <Glyph name="close" size={20} />
          </button>
        </Modal>
      )}
    </>
  );
}

/** An `img` element. */
export function Picture({ element }: ElementProps) {
  const { locale } = useScope();
  const radius = word(element.corner_radius);
  const title = textOf(element.title, locale);
  const style = { ...sizeOf(element.size), ...(/^\d+(?:px|%)$/.test(radius) ? { borderRadius: radius } : {}) };
  return (
    <div class="picture-block">
      {title && <div class="picture-title">{title}</div>}
      <Thumbnail
        imageKey={word(element.img_key)}
        alt={textOf(element.alt, locale)}
        style={style}
        preview={element.preview !== false}
        fit={word(element.scale_type) || 'crop_center'}
      />
    </div>
  );
}

/** An `img_combination` element: several pictures in a grid. */
export function PictureGrid({ element }: ElementProps) {
  const { labels } = useScope();
  const mode = word(element.combination_mode) || 'trisect';
  return (
    <div class={`picture-grid grid-${mode}`}>
      {listed(element.img_list).map(({ img_key: key }, at) => (
        <Thumbnail key={word(key)} imageKey={word(key)} alt={`${labels.picture} ${at + 1}`} />
      ))}
    </div>
  );
}
