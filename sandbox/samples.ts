import type { SampleView } from './page-contract';
import type { Content } from './platform/messages/incoming-content';
import { CHAT_SAMPLES } from './samples/chats';
import { MEDIA_SAMPLES } from './samples/media';
import { TEXT_SAMPLES } from './samples/texts';

/** A customer's words as a rep would forward them: one message, or several in a row. */
export interface Sample extends SampleView {
  /** `now`: epoch ms of the sandbox's clock, for what was said earlier. */
  contents: (now: number) => Content[];
}

/** The tray of the page: the everyday first, the odd last. */
export const SAMPLES: Sample[] = [...TEXT_SAMPLES, ...MEDIA_SAMPLES, ...CHAT_SAMPLES];
