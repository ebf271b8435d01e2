import { mount, unmount } from "svelte";
import "migration-widget";
import App from "./App.svelte";

const app = mount(App, { target: document.querySelector("#root") });
window.leave = () => unmount(app);
