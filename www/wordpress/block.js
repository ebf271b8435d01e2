// The blocks in WordPress's editor, without a build step. What is shown there is the element itself; what is saved are
// the attributes and the inner blocks, which readers see until the first frame: the page's markup is made by PHP.
(({ blocks, blockEditor, components, element, i18n }, { attributes: known, styles }) => {
  const { createElement: el } = element;
  const { __ } = i18n;
  // What most authors choose; the rest is one panel further.
  const FIRST = __CONTRACT_FIRST__;
  // In milliseconds.
  const PAUSE = 400;
  const KINDS = ["", ...__CONTRACT_KINDS__];
  const SWITCHES = __CONTRACT_SWITCHES__;

  // The control of one attribute; an empty text takes the attribute away.
  const control = (name, value, choose) => {
    const shared = { key: name, label: name, __nextHasNoMarginBottom: true };
    if (SWITCHES.includes(name)) {
      return el(components.ToggleControl, { ...shared, checked: Boolean(value), onChange: (on) => choose(on ? name : undefined) });
    }
    const onChange = (text) => choose(text || undefined);
    if (name === "kind") {
      const options = KINDS.map((kind) => ({ value: kind, label: kind || __("from the data", "migration-widget") }));
      return el(components.SelectControl, { ...shared, value: value ?? "", options, onChange });
    }
    return el(components.TextControl, { ...shared, value: value ?? "", onChange });
  };

  const style = (tag) =>
    Object.fromEntries(styles[tag].split(";").map((rule) => {
      const [name, value] = rule.split(":");
      return [name.replace(/-(.)/g, (_, letter) => letter.toUpperCase()), value];
    }));

  // The element itself. What is typed letter by letter is shown once its author pauses, not with every half of a word.
  const Preview = ({ tag, given }) => {
    const [shown, show] = element.useState(given);
    element.useEffect(() => {
      const timer = setTimeout(() => show(given), PAUSE);
      return () => clearTimeout(timer);
    }, [JSON.stringify(given)]);
    return el(tag, { ...shown, style: style(tag) });
  };

  const register = (block, tag) => {
    const names = known[tag];
    const edit = ({ attributes, setAttributes }) => {
      const controls = (wanted) => wanted.map((name) => control(name, attributes[name], (value) => setAttributes({ [name]: value })));
      const given = Object.fromEntries(names.filter((name) => attributes[name]).map((name) => [name, attributes[name]]));
      const isFirst = (name) => FIRST.includes(name);
      const template = [["core/paragraph", { placeholder: __("What readers see until it is there, and where it cannot run", "migration-widget") }]];
      return el("div", blockEditor.useBlockProps(),
        el(blockEditor.InspectorControls, null,
          el(components.PanelBody, { title: __("What is shown", "migration-widget") }, controls(names.filter(isFirst))),
          el(components.PanelBody, { title: __("More", "migration-widget"), initialOpen: false }, controls(names.filter((name) => !isFirst(name))))),
        // A click on it selects the block.
        el(components.Disabled, null, el(Preview, { tag, given })),
        el(blockEditor.InnerBlocks, { template }));
    };
    blocks.registerBlockType(block, { edit, save: () => el(blockEditor.InnerBlocks.Content) });
  };
  register("migration-widget/chart", "migration-chart");
  register("migration-widget/explorer", "pillar-explorer");
})(window.wp, window.migrationWidget);
