// What the scripts are held to beside their types, and the styles; `npm run lint` says what is wrong.
import css from "@eslint/css";
import js from "@eslint/js";
import { defineConfig } from "eslint/config";
import globals from "globals";
import typescript from "typescript-eslint";

const SCRIPTS = ["**/*.js"];
const TYPED = ["timeline/**/*.js", "benchmarks/search/harness/*.js"];

export default defineConfig(
  { ignores: ["**/*.d.ts", ".venv/", "site/", "build/", "benchmarks/.work/", "tests/"] },
  { linterOptions: { reportUnusedDisableDirectives: "error" } },
  {
    files: SCRIPTS,
    extends: [js.configs.recommended],
    languageOptions: { globals: globals.browser },
    rules: {
      complexity: ["error", 15],
      curly: ["error", "multi-line"],
      eqeqeq: "error",
      "max-depth": ["error", 4],
      "max-lines": ["error", { max: 300, skipComments: true }],
      "max-lines-per-function": ["error", 40],
      "no-else-return": "error",
      "no-param-reassign": "error",
      "no-shadow": "error",
      "no-var": "error",
      "object-shorthand": "error",
      "prefer-const": "error",
      "prefer-template": "error",
    },
  },
  {
    files: TYPED,
    extends: [typescript.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      "@typescript-eslint/no-confusing-void-expression": ["error", { ignoreArrowShorthand: true }],
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
    },
  },
  {
    files: ["timeline/**/*.css"],
    plugins: { css },
    language: "css/css",
    extends: [css.configs.recommended],
    rules: {
      "css/font-family-fallbacks": "off", // families stand in variables
      "css/no-important": "off", // what print and `hidden` say wins over every page
      "css/no-invalid-at-rules": "off", // knows no margin of a page
      "css/no-invalid-properties": ["error", { allowUnknownVariables: true }],
      // What only adds to a page may be newer, or older and kept under another name as well.
      "css/use-baseline": [
        "error",
        {
          available: "newly",
          allowProperties: ["forced-color-adjust", "overflow-clip-margin", "text-size-adjust", "user-select"],
          allowPropertyValues: { "text-wrap": ["pretty"], "break-after": ["avoid"] },
          allowSelectors: ["marker"],
        },
      ],
    },
  },
);
