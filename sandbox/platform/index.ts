export type { LoggedCall } from './call-records';
export type { Tap, TapResult } from './card-client';
export { type CardFault, checkCard } from './card-rules';
export type { Content } from './incoming-content';
export { LocalFeishu, type LocalFeishuOptions, type Subscription } from './local-feishu';
export type { ChatView, MessageView } from './message-view';
export type { Change, Company, Group, Person, Refusal } from './model';
export { sealEvent } from './webhook';
