import type { ComponentChildren } from 'preact';
import { useLabels } from '../labels';
import { THEMES, type useAppearance } from '../state/use-appearance';
import { TEST_IDS } from '../test-ids';
import { Icon } from './icon';

interface HeaderProps {
  appearance: ReturnType<typeof useAppearance>;
  isTroubled: boolean;
  isTroubleOpen: boolean;
  onTrouble(): void;
  onTour(): void;
  children: ComponentChildren;
}

/** The top bar: the chosen person (on a phone), the clock, and buttons for the panels. */
export function Header({ appearance, isTroubled, isTroubleOpen, onTrouble, onTour, children }: HeaderProps) {
  const labels = useLabels();
  const { language, setLanguage, theme, setTheme } = appearance;
  const nextTheme = THEMES[(THEMES.indexOf(theme) + 1) % THEMES.length] ?? 'system';
  const themeLabel = labels.header.themeLabel(labels.header.theme[theme]);
  return (
    <header class="top">
      <h1>
        <img src="icon.svg" alt="" width="24" height="24" />
        <span>{labels.title}</span>
      </h1>
      {children}
      <div class="tools">
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
        <a class="quiet tool" href="/cards" title={labels.header.cards} data-testid={TEST_IDS.wall}>
          <Icon name="wall" />
          <span>{labels.header.cards}</span>
        </a>
        <button
          type="button"
          class="quiet tool"
          aria-label={themeLabel}
          title={themeLabel}
          data-testid={TEST_IDS.themeToggle}
          data-theme-choice={theme}
          onClick={() => setTheme(nextTheme)}
        >
          <Icon name={theme} />
        </button>
        <button
          type="button"
          class="quiet tool language"
          aria-label={labels.header.languageLabel}
          title={labels.header.languageLabel}
          data-testid={TEST_IDS.languageToggle}
          onClick={() => setLanguage(language === 'zh-CN' ? 'en-US' : 'zh-CN')}
        >
          {language === 'zh-CN' ? 'En' : '中'}
        </button>
      </div>
    </header>
  );
}
