/** The few signs of the interface, drawn on a 16-unit grid in the text's own colour; decoration only. */
const PATHS = {
  search: 'M11.2 11.2 14 14M12.5 7.25a5.25 5.25 0 1 1-10.5 0 5.25 5.25 0 0 1 10.5 0Z',
  chevron: 'm6 4 4 4-4 4',
  save: 'M4 2h8v12l-4-3-4 3z',
  archive: 'M2 3h12v3H2zM3 6v7h10V6M6.5 9h3',
  panel: 'M2 3h12v10H2zM10 3v10',
  gear: 'M2 4.5h7M12.5 4.5H14M2 11.5h1.5M7 11.5h7M12.5 4.5a1.75 1.75 0 1 1-3.5 0 1.75 1.75 0 0 1 3.5 0ZM7 11.5a1.75 1.75 0 1 1-3.5 0 1.75 1.75 0 0 1 3.5 0Z',
  cite: 'M6.5 4C4 5 3 6.5 3 9v3h3.5V8.5H4.75M13 4c-2.5 1-3.5 2.5-3.5 5v3H13V8.5h-1.75',
  previous: 'm4 10 4-4 4 4',
  next: 'm4 6 4 4 4-4',
  more: 'M3.5 8h.01M8 8h.01M12.5 8h.01',
  close: 'm4 4 8 8M12 4l-8 8',
  print: 'M4.5 6V2.5h7V6M4.5 11.5h-2V6h11v5.5h-2M4.5 9.5h7v4h-7z',
} as const;

type IconName = keyof typeof PATHS;

export function Icon({ name }: { readonly name: IconName }) {
  return (
    <svg class="icon" data-icon={name} viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
      <path d={PATHS[name]} />
    </svg>
  );
}
