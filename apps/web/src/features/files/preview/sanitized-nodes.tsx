import { type ComponentProps, useLayoutEffect, useRef } from 'react';

type SanitizedNodesProps = Omit<ComponentProps<'div'>, 'children'> & { readonly nodes: DocumentFragment };

/** Shows the nodes that `sanitize` returned. */
export const SanitizedNodes = ({ nodes, ...rest }: SanitizedNodesProps) => {
  const container = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    container.current?.replaceChildren(nodes.cloneNode(true));
  }, [nodes]);
  return <div ref={container} {...rest} />;
};
