// One build of all pages, as each of them would have it: nothing here is for migration-widget, but that Vue's compiler is
// told which names are elements.
import { svelte } from "@sveltejs/vite-plugin-svelte";
import vue from "@vitejs/plugin-vue";
import { defineConfig } from "vite";

const elements = ["migration-chart", "pillar-explorer"];

export default defineConfig({
  base: "./",
  plugins: [vue({ template: { compilerOptions: { isCustomElement: (tag) => elements.includes(tag) } } }), svelte()],
  build: { rollupOptions: { input: ["plain", "react", "vue", "svelte", "ssr"].map((page) => `${page}/index.html`) } },
});
