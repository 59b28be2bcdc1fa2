export type { LoggedCall } from './api/call-records';
export type { Tap, TapResult } from './cards/card-client';
export type { CardFault } from './cards/card-faults';
export { checkCard } from './cards/check-card';
export { sealEvent } from './events/webhook';
export { LocalFeishu, type LocalFeishuOptions, type Subscription } from './local-feishu';
export type { Content } from './messages/incoming-content';
export type { ChatView, MessageView } from './messages/message-view';
export type { Change, Company, Group, Person, Refusal } from './model';
