/** Vite's way to a style sheet as text, with everything it imports (vite.dev/guide/features: glob import with a query). */
interface ImportMeta {
  readonly glob: (file: string, options: { readonly query: '?inline'; readonly import: 'default'; readonly eager: true }) => Readonly<Record<string, string>>;
}
