import type { ElementProps } from '../element';
import { listed } from '../read-json';
import { ScopeContext, useScope } from '../scope';
import { Stack } from './stack';

/** Its fields are sent together by its submit button. */
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
