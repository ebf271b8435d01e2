import { createApp } from "vue";
import "migration-widget";
import App from "./App.vue";

const app = createApp(App);
app.mount("#root");
window.leave = () => app.unmount();
