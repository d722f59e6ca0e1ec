// What the scripts are held to beside their types; `npm run lint` says what is wrong.
import js from "@eslint/js";
import { defineConfig } from "eslint/config";
import globals from "globals";
import typescript from "typescript-eslint";

const SCRIPTS = ["**/*.js"];
const TYPED = ["timeline/**/*.js", "benchmarks/search/harness/*.js"];

export default defineConfig(
  { ignores: ["**/*.d.ts", ".venv/", "site/", "build/", "benchmarks/.work/", "tests/"] },
  { ignores: ["timeline/site/drawing/axis/", "timeline/site/scripts/axis.js"] }, // until they are typed
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
      "max-lines": ["error", 300],
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
);
