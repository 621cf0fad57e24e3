import js from "@eslint/js";
import globals from "globals";

const rules = {
  eqeqeq: "error",
  "no-var": "error",
  "prefer-const": "error",
  "no-implied-eval": "error",
  "no-eval": "error",
  "no-new-func": "error",
  "max-len": ["error", { code: 160 }],
  complexity: ["error", 18],
  "max-lines": ["error", 380],
  "max-lines-per-function": ["error", 100],
};

export default [
  js.configs.recommended,
  { languageOptions: { ecmaVersion: 2023, globals: globals.browser }, rules },
  { files: ["tests/bench/*.js"], rules: { "no-unused-vars": "off" } }, // called by name from the page
];
