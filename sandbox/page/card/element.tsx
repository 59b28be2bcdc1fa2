import type { JSX } from 'preact';
import { Button } from './button';
import type { Json } from './card-view';
import { Checker } from './fields/checker';
import { DateField } from './fields/date-field';
import { Input } from './fields/input';
import { SelectField } from './fields/select-field';
import { Collapsible } from './layout/collapsible';
import { ColumnSet } from './layout/column-set';
import { Container } from './layout/container';
import { Form } from './layout/form';
import { Chart } from './media/chart';
import { People, Person } from './media/person';
import { Picture, PictureGrid } from './media/picture';
import { Table } from './media/table';
import { Overflow } from './overflow';
import { keysOf, textOf, word } from './read-json';
import { useScope } from './scope';
import { Div } from './text/div';
import { Markdown } from './text/markdown';

/** `label`: the text above a control that has no label of its own. */
export interface ElementProps {
  element: Json;
  label: string;
}

const PAINTERS: Record<string, () => (props: ElementProps) => JSX.Element | null> = {
  markdown: () => Markdown,
  div: () => Div,
  hr: () => Rule,
  img: () => Picture,
  img_combination: () => PictureGrid,
  person: () => Person,
  person_list: () => People,
  table: () => Table,
  chart: () => Chart,
  column_set: () => ColumnSet,
  form: () => Form,
  interactive_container: () => Container,
  collapsible_panel: () => Collapsible,
  button: () => Button,
  overflow: () => Overflow,
  input: () => Input,
  select_static: () => SelectField,
  multi_select_static: () => SelectField,
  select_person: () => SelectField,
  multi_select_person: () => SelectField,
  date_picker: () => DateField,
  picker_time: () => DateField,
  picker_datetime: () => DateField,
  checker: () => Checker,
};

/** Draws the elements of a container one after the other. */
export function Elements({ elements }: { elements: Json[] }) {
  const { locale } = useScope();
  const keys = keysOf(elements);
  return (
    <>
      {elements.map((element, at) => {
        const Painter = PAINTERS[word(element.tag)]?.() ?? Unknown;
        const above = elements[at - 1];
        const label = above?.tag === 'div' ? textOf(above.text, locale).replace(/\s*\*$/, '') : '';
        return <Painter key={keys[at]} element={element} label={label} />;
      })}
    </>
  );
}

const Rule = () => <hr />;

/** Names a component that the client cannot draw; without it the card would look complete. */
function Unknown({ element }: ElementProps) {
  const { labels } = useScope();
  return <p class="card-unknown">{labels.unknown(word(element.tag) || '?')}</p>;
}
