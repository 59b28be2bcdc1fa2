/** The browser client: people, chats, conversation. */
export function App() {
  return <main />;
}
