import { LanguageContext } from '../labels';
import { useAppearance } from '../state/use-appearance';
import { Workspace } from './workspace';

/** The browser client: people, chats, conversation. */
export function App() {
  const appearance = useAppearance();
  return (
    <LanguageContext.Provider value={appearance.language}>
      <Workspace appearance={appearance} />
    </LanguageContext.Provider>
  );
}
