import js from '@eslint/js';
import tseslint from 'typescript-eslint';
import { configs as lit } from 'eslint-plugin-lit';
import litA11y from 'eslint-plugin-lit-a11y';
import { configs as wc } from 'eslint-plugin-wc';

const banned = [
  {
    selector: 'TemplateElement[value.raw=/(^|\\s)style=/]',
    message: 'style="…" breaks the content security policy: use a class, or .style=${…}.',
  },
  {
    selector:
      'MemberExpression[property.name=/^(innerHTML|outerHTML|insertAdjacentHTML|setHTMLUnsafe|createContextualFragment|srcdoc)$/]',
    message: 'No HTML text ever becomes elements here: use a template.',
  },
];

export default tseslint.config(
  { ignores: ['dist', 'coverage', 'look', 'pages', '.cache', 'src/i18n/generated', 'docs/embedding'] },
  js.configs.recommended,
  {
    files: ['**/*.ts'],
    extends: [
      ...tseslint.configs.strictTypeChecked,
      ...tseslint.configs.stylisticTypeChecked,
      lit['flat/recommended'],
      wc['flat/best-practice'],
    ],
    plugins: { 'lit-a11y': litA11y },
    languageOptions: {
      parserOptions: {
        // One program for all files; each tsconfig.json having its own, three would be typed.
        project: './tsconfig.json',
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      ...litA11y.configs.recommended.rules,
      // Lit binds listeners to the element itself.
      '@typescript-eslint/unbound-method': 'off',
      // A listener in a template reads best on one line.
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      // Leaving a property out by taking it apart is how a value without it is made.
      '@typescript-eslint/no-unused-vars': ['error', { ignoreRestSiblings: true, argsIgnorePattern: '^_' }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      'wc/guard-super-call': 'off',
      'no-eval': 'error',
      'no-new-func': 'error',
      'no-script-url': 'error',
      'no-restricted-syntax': ['error', ...banned],
      'no-restricted-imports': [
        'error',
        {
          paths: [
            {
              name: 'lit/directives/style-map.js',
              message: 'styleMap writes a style attribute, which the policy blocks.',
            },
            { name: 'lit/directives/unsafe-html.js', message: 'No HTML text ever becomes elements here.' },
            { name: 'lit/directives/unsafe-svg.js', message: 'No SVG text ever becomes elements here.' },
            { name: 'lit/directives/unsafe-mathml.js', message: 'No MathML text ever becomes elements here.' },
            {
              name: 'lit/static-html.js',
              importNames: ['unsafeStatic'],
              message: 'No text ever becomes part of a template here.',
            },
          ],
        },
      ],
    },
  },
  {
    files: ['**/*.browser-test.ts', '**/*.suite.ts'],
    rules: {
      // chai's assertions are expressions, and the DOM comparing plugin types `equal` as a promise, which it never is.
      '@typescript-eslint/no-unused-expressions': 'off',
      '@typescript-eslint/no-floating-promises': [
        'error',
        { allowForKnownSafeCalls: [{ from: 'package', name: 'Equal', package: '@open-wc/semantic-dom-diff' }] },
      ],
    },
  },
  {
    // Texts that try to run, which is what is tested.
    files: ['test/journeys/injection.ts'],
    rules: { 'no-script-url': 'off' },
  },
  {
    files: ['**/*.mjs'],
    languageOptions: {
      globals: Object.fromEntries(
        [
          'Buffer',
          'console',
          'fetch',
          'process',
          'setTimeout',
          'clearTimeout',
          'URL',
          'TextEncoder',
          'performance',
        ].map((name) => [name, 'readonly']),
      ),
    },
  },
);
