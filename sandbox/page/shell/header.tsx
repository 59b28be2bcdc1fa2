import type { ComponentChildren } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { useLabels } from '../labels';
import { THEMES, type useAppearance } from '../state/use-appearance';
import { useClosing } from '../state/use-closing';
import { TEST_IDS } from '../test-ids';
import { Icon } from './icon';

interface HeaderProps {
  appearance: ReturnType<typeof useAppearance>;
  isTroubled: boolean;
  isTroubleOpen: boolean;
  /** Whether some of the buttons wait behind another one, because the page is narrow. */
  isNarrow: boolean;
  onTrouble(): void;
  onTour(): void;
  children: ComponentChildren;
}

/** The top bar: the chosen person (on a phone), the clock, and buttons for the panels. */
export function Header({ appearance, isNarrow, children, ...panels }: HeaderProps) {
  const labels = useLabels();
  return (
    <header class="top">
      <h1>
        <img src="icon.svg" alt="" width="24" height="24" />
        <span>{labels.title}</span>
      </h1>
      {children}
      <div class="tools">
        <PanelButtons {...panels} />
        {isNarrow ? (
          <More>
            <ViewButtons appearance={appearance} hasLabels />
          </More>
        ) : (
          <ViewButtons appearance={appearance} />
        )}
      </div>
    </header>
  );
}

function PanelButtons({
  isTroubled,
  isTroubleOpen,
  onTrouble,
  onTour,
}: Pick<HeaderProps, 'isTroubled' | 'isTroubleOpen' | 'onTrouble' | 'onTour'>) {
  const labels = useLabels();
  return (
    <>
      <button
        type="button"
        class="quiet tool"
        data-testid={TEST_IDS.tourToggle}
        title={labels.tour.heading}
        onClick={onTour}
      >
        <Icon name="tour" />
        <span>{labels.tour.open}</span>
      </button>
      <button
        type="button"
        class={`quiet tool${isTroubled ? ' alarmed' : ''}`}
        aria-expanded={isTroubleOpen}
        title={isTroubled ? labels.trouble.on : labels.trouble.heading}
        data-testid={TEST_IDS.troubleToggle}
        onClick={onTrouble}
      >
        <Icon name="trouble" />
        <span>{labels.trouble.heading}</span>
      </button>
    </>
  );
}

function ViewButtons({ appearance, hasLabels = false }: Pick<HeaderProps, 'appearance'> & { hasLabels?: boolean }) {
  const labels = useLabels();
  const { language, setLanguage, theme, setTheme } = appearance;
  const nextTheme = THEMES[(THEMES.indexOf(theme) + 1) % THEMES.length] ?? 'system';
  const short = language === 'zh-CN' ? 'En' : '中';
  const themeLabel = labels.header.themeLabel(labels.header.theme[theme]);
  return (
    <>
      <a class="quiet tool" href="/cards" title={labels.header.cards} data-testid={TEST_IDS.wall}>
        <Icon name="wall" />
        <span>{labels.header.cards}</span>
      </a>
      <button
        type="button"
        class="quiet tool"
        aria-label={hasLabels ? undefined : themeLabel}
        title={themeLabel}
        data-testid={TEST_IDS.themeToggle}
        data-theme-choice={theme}
        onClick={() => setTheme(nextTheme)}
      >
        <Icon name={theme} />
        {hasLabels && <span>{themeLabel}</span>}
      </button>
      <button
        type="button"
        class="quiet tool language"
        aria-label={hasLabels ? undefined : `${short} ${labels.header.languageLabel}`}
        title={labels.header.languageLabel}
        data-testid={TEST_IDS.languageToggle}
        onClick={() => setLanguage(language === 'zh-CN' ? 'en-US' : 'zh-CN')}
      >
        {hasLabels ? <span>{labels.header.language}</span> : short}
      </button>
    </>
  );
}

/** Buttons that a phone has no room for; a tap elsewhere or Escape hides them again. */
function More({ children }: { children: ComponentChildren }) {
  const labels = useLabels();
  const [isOpen, setOpen] = useState(false);
  const place = useRef<HTMLDivElement>(null);
  useClosing(place, isOpen, () => setOpen(false));
  return (
    <div class="more" ref={place}>
      <button
        type="button"
        class="quiet tool"
        aria-expanded={isOpen}
        aria-label={labels.header.more}
        title={labels.header.more}
        data-testid={TEST_IDS.more}
        onClick={() => setOpen(!isOpen)}
      >
        <Icon name="more" />
      </button>
      {isOpen && <div class="more-tools">{children}</div>}
    </div>
  );
}
