/** A part whose code is read when it is first shown: what few readers open should cost the others nothing. */
import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';

/** Nothing is drawn until the code is there: a moment, from the extension's own package. */
export function createLazy<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
): ComponentType<Props> {
  let loaded: ComponentType<Props> | null = null;
  return function Lazy(props: Props) {
    const [, setThere] = useState(loaded !== null);
    useEffect(() => {
      if (loaded !== null) return;
      void load().then((component) => {
        loaded = component;
        setThere(true);
      });
    }, []);
    const Loaded = loaded;
    return Loaded && <Loaded {...props} />;
  };
}
