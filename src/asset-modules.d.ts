/** Style sheets are imported for their effect: the bundler emits them beside the page or script that needs them. */
declare module '*.css';
