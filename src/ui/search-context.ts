/** The search of the view that a part stands in: a part may offer a query. null where there is no search box. */
import { createContext } from 'preact';

export const SearchContext = createContext<((query: string) => void) | null>(null);
