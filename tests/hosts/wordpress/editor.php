<?php
// Prints a page with WordPress's own block editor and a post in it: `php editor.php WORDPRESS PLUGINS < POST`.

require __DIR__ . '/boot.php';
require ABSPATH . 'wp-admin/includes/post.php';

// From whatever host and port the page comes.
wp_scripts()->base_url = '';
$definitions = wp_json_encode( get_block_editor_server_block_settings() );
wp_add_inline_script( 'wp-blocks', "wp.blocks.unstable__bootstrapServerSideBlockDefinitions( $definitions );" );
wp_enqueue_script( 'wp-block-library' );
foreach ( WP_Block_Type_Registry::get_instance()->get_all_registered() as $type ) {
	if ( str_starts_with( $type->name, 'migration-widget/' ) ) {
		array_map( 'wp_enqueue_script', array_merge( $type->editor_script_handles, $type->script_handles ) );
	}
}
?>
<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>A post in the editor</title>
<style>#editor { display: grid; grid-template-columns: 500px 280px }</style>
<body>
<div id="editor"></div>
<?php wp_print_scripts(); ?>
<script>
const { blockEditor, blocks, components, element } = wp;
const el = element.createElement;
function Editor() {
  const [shown, setShown] = element.useState(() => blocks.parse(<?php echo wp_json_encode( stream_get_contents( STDIN ) ); ?>));
  window.saved = () => blocks.serialize(shown);
  const provided = { useSubRegistry: false, value: shown, onInput: setShown, onChange: setShown };
  return el(wp.keyboardShortcuts.ShortcutProvider, null, el(components.SlotFillProvider, null,
    el(blockEditor.BlockEditorProvider, provided,
      el(blockEditor.BlockTools, null, el(blockEditor.WritingFlow, null, el(blockEditor.BlockList))),
      el(blockEditor.BlockInspector))));
}
wp.blockLibrary.registerCoreBlocks();
element.render(el(Editor), document.querySelector("#editor"));
</script>
</body>
</html>
