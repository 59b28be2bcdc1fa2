import type { ElementProps } from '../element';
import { listed } from '../read-json';
import { ScopeContext, useScope } from '../scope';
import { Stack } from './stack';

/** A form; its submit button sends all its fields. */
export function Form({ element }: ElementProps) {
  const scope = useScope();
  const { Elements } = scope;
  return (
    <ScopeContext.Provider value={{ ...scope, form: element }}>
      <Stack layout={element} class="card-form">
        <Elements elements={listed(element.elements)} />
      </Stack>
    </ScopeContext.Provider>
  );
}
