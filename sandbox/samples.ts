import type { SampleView } from './page-contract';
import type { Content } from './platform/messages/incoming-content';
import { CHAT_SAMPLES } from './samples/chats';
import { MEDIA_SAMPLES } from './samples/media';
import { TEXT_SAMPLES } from './samples/texts';

/** What a customer said, as a rep would forward it: one message, or several in a row. */
export interface Sample extends SampleView {
  /** `now`: epoch ms of the sandbox's clock; earlier messages are dated from it. */
  contents: (now: number) => Content[];
}

/** The samples in the page's tray: everyday ones first, odd ones last. */
export const SAMPLES: Sample[] = [...TEXT_SAMPLES, ...MEDIA_SAMPLES, ...CHAT_SAMPLES];
