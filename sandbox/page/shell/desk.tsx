import { useEffect, useState } from 'preact/hooks';
import type { Happening, Overview } from '../../page-contract';
import { Happenings } from '../clock/happenings';
import { TimeMachine } from '../clock/time-machine';
import { Inspector } from '../inspector/inspector';
import { useLabels } from '../labels';
import { readerOf, type Span } from '../lib/happened';
import type { Route } from '../lib/route';
import { unreadOf } from '../lib/unread';
import type { useAppearance } from '../state/use-appearance';
import { NARROW, useMedia } from '../state/use-media';
import { usePlace } from '../state/use-place';
import type { Go } from '../state/use-route';
import type { Sandbox } from '../state/use-sandbox';
import { Conversation } from '../talk/conversation';
import { placeOf } from '../talk/message-place';
import { TourBubble } from '../tour/tour-bubble';
import { useTour } from '../tour/use-tour';
import { isTroubled, TroublePanel } from '../trouble/trouble-panel';
import { Chats } from './chats';
import { Header } from './header';
import { People, PersonSelect } from './people';

interface DeskProps {
  overview: Overview;
  sandbox: Sandbox;
  route: Route;
  go: Go;
  appearance: ReturnType<typeof useAppearance>;
}

type OpenSheet = { kind: 'trouble' } | { kind: 'message'; id: string } | { kind: 'happenings' };

/** People, chats and conversation, side by side or one at a time, and the panels beside them. */
export function Desk({ overview, sandbox, route, go, appearance }: DeskProps) {
  const labels = useLabels();
  const isNarrow = useMedia(NARROW);
  const { people, bot, clock, trouble, canStartOver } = overview;
  const { person, chat, seen, choosePerson, chooseChat, sit, backToChats } = usePlace(overview, route, go, isNarrow);
  const [sheet, setSheet] = useState<OpenSheet | null>(null);
  const [jumped, setJumped] = useState<Span | null>(null);
  const [soughtId, setSoughtId] = useState<string | null>(null);
  const tour = useTour(overview, { personId: person?.id ?? '', chatId: chat?.id ?? null }, sit);
  const waiting = person ? unreadOf(seen, person) : 0;
  useEffect(() => {
    document.title = `${waiting > 0 ? `(${waiting}) ` : ''}${labels.title} · ${labels.subtitle}`;
  }, [waiting, labels]);
  if (!person) return <p class="loading">{labels.loading}</p>;

  const close = () => setSheet(null);
  const choice = { people, currentId: person.id, seen, onChoose: choosePerson };
  const showHappenings = () => setSheet({ kind: 'happenings' });
  const onJumped = (span: Span) => {
    setJumped(span);
    // The tour says what comes next.
    if (tour.state !== 'on') showHappenings();
  };
  const openMessage = ({ chatId, messageId }: Happening) => {
    const reader = readerOf(chatId, people, person.id);
    if (!reader) return;
    sit(reader.id, chatId);
    setSoughtId(messageId);
    if (isNarrow) close();
  };
  const troubled = isTroubled(trouble) || bot.state === 'stopped';
  return (
    <>
      <Header
        appearance={appearance}
        isNarrow={isNarrow}
        isTroubled={troubled}
        isTroubleOpen={sheet?.kind === 'trouble'}
        onTrouble={() => setSheet(sheet?.kind === 'trouble' ? null : { kind: 'trouble' })}
        onTour={tour.toggle}
      >
        {isNarrow && <PersonSelect {...choice} />}
        <TimeMachine
          clock={clock}
          readAt={sandbox.readAt}
          bot={bot}
          isNarrow={isNarrow}
          onMoved={sandbox.refresh}
          onJumped={onJumped}
          onRecall={jumped && showHappenings}
        />
      </Header>
      {isNarrow && <TourBubble tour={tour} isTroubled={troubled} isNarrow />}
      <main class={`columns-of-desk${sheet ? ' with-sheet' : ''}`}>
        {!isNarrow && <People {...choice} />}
        {(!isNarrow || !chat) && (
          <Chats
            person={person}
            bot={bot}
            currentId={chat?.id ?? null}
            seen={seen}
            now={clock.now}
            onChoose={chooseChat}
          />
        )}
        {chat ? (
          <Conversation
            key={`${person.id} ${chat.id}`}
            place={placeOf(overview, sandbox.readAt, person, chat)}
            messages={sandbox.messages}
            samples={overview.samples}
            now={clock.now}
            soughtId={soughtId}
            onFound={() => setSoughtId(null)}
            onInspect={(id) => setSheet({ kind: 'message', id })}
            onBack={isNarrow ? backToChats : null}
          />
        ) : (
          !isNarrow && <p class="loading">{labels.chats.choose}</p>
        )}
        {sheet?.kind === 'trouble' && (
          <TroublePanel
            person={person}
            trouble={trouble}
            bot={bot}
            canStartOver={canStartOver}
            onChanged={sandbox.refresh}
            onClose={close}
          />
        )}
        {sheet?.kind === 'happenings' && jumped && (
          <Happenings key={jumped.to} span={jumped} overview={overview} onOpen={openMessage} onClose={close} />
        )}
        {sheet?.kind === 'message' && (
          <Inspector key={sheet.id} messageId={sheet.id} changed={overview} onClose={close} />
        )}
      </main>
      {!isNarrow && <TourBubble tour={tour} isTroubled={troubled} isNarrow={false} />}
    </>
  );
}
