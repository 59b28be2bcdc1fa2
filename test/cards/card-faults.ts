import { faultMessage } from '../../sandbox/platform/cards/card-faults';
import { checkCard } from '../../sandbox/platform/cards/check-card';

/** An element or a text of a card, as far as tests read it. */
export interface Node {
  tag: string;
  type?: string;
  name?: string;
  form_action_type?: string;
  behaviors?: { value: { cmd: string; id: number } }[];
  content?: string;
  required?: boolean;
  default_value?: string;
  initial_option?: string;
  options?: { text: { content: string }; value: string }[];
}

/** Every object with a `tag` in the card, in reading order. */
export function nodesIn(json: unknown): Node[] {
  const nodes: Node[] = [];
  gatherNodes(json, nodes);
  return nodes;
}

function gatherNodes(json: unknown, nodes: Node[]): void {
  if (typeof json !== 'object' || json === null) return;
  if ('tag' in json) nodes.push(json as Node);
  for (const value of Object.values(json)) gatherNodes(value, nodes);
}

const FIELD = /^(input|select|multi_select|picker)/;

/** After the command, or after a choice that the button carries: `record.effect_partly` with `{ effect: 'partly' }`. */
function isNamedAfterIt({ name = '', behaviors }: Node): boolean {
  const { cmd = ' ', ...values } = behaviors?.[0]?.value ?? {};
  const workflow = cmd.split('.')[0];
  const choices = Object.entries(values).map(([field, choice]) => `${workflow}.${field}_${choice}`);
  return name.startsWith(cmd) || choices.includes(name);
}

function formFaults(card: unknown): string[] {
  const elements = (card as { body?: { elements?: Node[] } }).body?.elements ?? [];
  const forms = elements.filter(({ tag }) => tag === 'form');
  const outside = elements.filter(({ tag }) => tag !== 'form').flatMap(nodesIn);
  const faults = forms.flatMap((one) => {
    const fields = nodesIn(one).filter(({ tag }) => tag === 'button' || FIELD.test(tag));
    const submits = fields.filter(({ form_action_type }) => form_action_type === 'submit');
    return [
      ...(submits.length > 0 ? [] : [`form ${one.name} has no submit button`]),
      ...fields.flatMap((field) => (field.name ? [] : [`a ${field.tag} in ${one.name} has no name`])),
      ...submits.flatMap((submit) => (isNamedAfterIt(submit) ? [] : [`${submit.name} is not named after its command`])),
    ];
  });
  const strays = outside.filter((node) => node.form_action_type || node.required || FIELD.test(node.tag));
  return [...faults, ...strays.map(({ tag }) => `a form's ${tag} outside a form`)];
}

/** Faults for which the platform refuses the card, or which design §3.3 forbids; empty for a good card. */
export function faultsOf(card: unknown): string[] {
  const bytes = Buffer.byteLength(JSON.stringify(card), 'utf8');
  const nodes = nodesIn(card);
  const names = nodes.flatMap((node) => (node.name ? [node.name] : []));
  const filled = nodes.filter(({ tag, type }) => tag === 'button' && type === 'primary_filled');
  const repeated = names.filter((one, index) => names.indexOf(one) !== index);
  return [
    ...checkCard(card).map(faultMessage),
    ...(filled.length > 1 ? [`${filled.length} buttons are filled: none stands out`] : []),
    ...(bytes > 28_000 ? [`${bytes} bytes`] : []),
    ...(nodes.length > 200 ? [`${nodes.length} elements`] : []),
    ...repeated.map((one) => `the name ${one} is used twice`),
    ...formFaults(card),
  ];
}
