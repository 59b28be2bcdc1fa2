import { useMemo } from 'preact/hooks';
import { useLabels, useLanguage } from '../labels';
import { overviewInEnglish, withNames } from '../lib/in-english';
import { resolve } from '../lib/route';
import type { useAppearance } from '../state/use-appearance';
import { useOneRun } from '../state/use-one-run';
import { useRoute } from '../state/use-route';
import { useSandbox } from '../state/use-sandbox';
import { TEST_IDS } from '../test-ids';
import { Desk } from './desk';
import { NoticesContext, Toasts, useToasts } from './toasts';

/** The page while the sandbox can be reached. */
export function Workspace({ appearance }: { appearance: ReturnType<typeof useAppearance> }) {
  const labels = useLabels();
  const language = useLanguage();
  const { notices, toasts } = useToasts();
  const [route, go] = useRoute();
  const sandbox = useSandbox((overview) => {
    const { person, chat } = resolve(overview, route);
    return person && chat ? { personId: person.id, chatId: chat.id } : null;
  });
  const { connected } = sandbox;
  const overview = useMemo(
    () => (language === 'en-US' && sandbox.overview ? overviewInEnglish(sandbox.overview) : sandbox.overview),
    [sandbox.overview, language],
  );
  const messages = useMemo(
    () => (sandbox.messages && overview ? withNames(sandbox.messages, overview) : null),
    [sandbox.messages, overview],
  );
  useOneRun(overview?.run);
  return (
    <NoticesContext.Provider value={notices}>
      {!connected && (
        <p class="gone" role="alert" data-testid={TEST_IDS.gone}>
          {labels.gone}
        </p>
      )}
      {overview ? (
        <Desk overview={overview} sandbox={{ ...sandbox, messages }} route={route} go={go} appearance={appearance} />
      ) : (
        <p class="loading">{labels.loading}</p>
      )}
      <Toasts toasts={toasts} />
    </NoticesContext.Provider>
  );
}
