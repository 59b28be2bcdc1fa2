import type { LocalFeishu } from '../../../sandbox/platform';

type Matcher = Parameters<LocalFeishu['failNext']>[0];
type Failure = NonNullable<Parameters<LocalFeishu['failNext']>[1]>;

/** Refuses the calls that match, until the returned function is called. */
export function refuse(feishu: LocalFeishu, matcher: Matcher, failure: Failure): () => void {
  let isOn = true;
  const words = (call: { method: string; api: string }) => `${call.method} ${call.api}`;
  const matches: Matcher = (call) => {
    if (!isOn) return false;
    if (typeof matcher === 'function') return matcher(call);
    return typeof matcher === 'string' ? matcher === words(call) : matcher.test(words(call));
  };
  feishu.failNext(matches, { httpStatus: 400, ...failure, times: 1_000_000 });
  return () => {
    isOn = false;
  };
}
