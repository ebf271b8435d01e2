<?php
/**
 * Plugin Name:       Migration Widget
 * Description:       Interactive migration statistics from your own server: no third-party request, no cookie, no tracking.
 * Version:           __VERSION__
 * Requires at least: 6.1
 * Requires PHP:      7.4
 * License:           MIT
 * License URI:       https://opensource.org/license/mit
 * Text Domain:       migration-widget
 *
 * One function prints the element; the shortcodes and the blocks are two ways to call it. Nothing is stored.
 */

defined( 'ABSPATH' ) || exit;

/** The release, which is also the site's in dist/. */
const MIGRATION_WIDGET_VERSION = '__VERSION__';

/** What an author may say of each element: its attributes, and no others. */
const MIGRATION_WIDGET_ATTRIBUTES = __CONTRACT_ATTRIBUTES__;

/** The box that each element keeps before any script runs, so that nothing on the page moves. */
const MIGRATION_WIDGET_STYLES = array(
	'migration-chart' => 'display:block;aspect-ratio:16/10;min-height:30rem;max-width:100%',
	'pillar-explorer' => 'display:block;height:44rem;max-width:100%',
);

/** Attributes that are addresses, or may be. */
const MIGRATION_WIDGET_ADDRESSES = __CONTRACT_ADDRESSES__;

/** Attributes that are set or not, whatever their text. */
const MIGRATION_WIDGET_SWITCHES = __CONTRACT_SWITCHES__;

/**
 * The markup of one element.
 *
 * @param string $element  Its name.
 * @param array  $given    What the author wrote: name to text; a name alone stands among the values.
 * @param string $fallback What is shown until the first frame, and where there can be none.
 * @param string $wrapper  Attributes of the block's own, made by WordPress.
 */
function migration_widget_element( $element, $given, $fallback, $wrapper = '' ) {
	// An end tag that is missing would draw the rest of the page into the element.
	$fallback = force_balance_tags( wp_kses_post( trim( (string) $fallback ) ) );
	// No reader of a feed or a newsletter runs scripts.
	if ( is_feed() ) {
		return $fallback;
	}
	wp_enqueue_script( 'migration-widget' );
	$given      = is_array( $given ) ? $given : array();
	$attributes = '';
	foreach ( MIGRATION_WIDGET_ATTRIBUTES[ $element ] as $name ) {
		$text = isset( $given[ $name ] ) && is_scalar( $given[ $name ] ) ? (string) $given[ $name ] : '';
		if ( in_array( $name, MIGRATION_WIDGET_ADDRESSES, true ) && ! migration_widget_is_http( $text ) ) {
			continue;
		}
		// `[migration_chart linked]` comes as the value of a number.
		$alone = in_array( $name, MIGRATION_WIDGET_SWITCHES, true ) && in_array( $name, array_filter( $given, 'is_int', ARRAY_FILTER_USE_KEY ), true );
		if ( '' !== $text || $alone ) {
			$attributes .= ' ' . $name . '="' . esc_attr( $text ) . '"';
		}
	}
	$wrapper = '' === $wrapper ? 'style="' . esc_attr( MIGRATION_WIDGET_STYLES[ $element ] ) . '"' : $wrapper;
	return "<$element$attributes $wrapper>$fallback</$element>";
}

/** Whether a text is no address at all, one of this site, or one on the web: never a script. */
function migration_widget_is_http( $text ) {
	// Browsers leave out what cannot be seen; so does this before it looks for a scheme.
	$seen = preg_replace( '/[\x00-\x20]+/', '', html_entity_decode( $text, ENT_QUOTES ) );
	return ! preg_match( '/^([a-z][a-z0-9+.-]*):/i', $seen, $found ) || in_array( strtolower( $found[1] ), array( 'http', 'https' ), true );
}

/** `[migration_chart dataset="…"]what is shown without it[/migration_chart]` and `[pillar_explorer]`. */
function migration_widget_shortcode( $given, $fallback, $tag ) {
	return migration_widget_element( str_replace( '_', '-', $tag ), $given, $fallback );
}

/** A block: its inner blocks are what is shown without it. */
function migration_widget_block( $given, $fallback, $block ) {
	$element = 'migration-widget/explorer' === $block->name ? 'pillar-explorer' : 'migration-chart';
	$wrapper = get_block_wrapper_attributes( array( 'style' => MIGRATION_WIDGET_STYLES[ $element ] ) );
	return migration_widget_element( $element, $given, $fallback, $wrapper );
}

/** Tells WordPress of the script, the shortcodes and the blocks. */
function migration_widget_register() {
	wp_register_script( 'migration-widget', plugins_url( 'dist/embed.js', __FILE__ ), array(), MIGRATION_WIDGET_VERSION, true );
	$editor = array( 'wp-block-editor', 'wp-blocks', 'wp-components', 'wp-element', 'wp-i18n' );
	wp_register_script( 'migration-widget-block', plugins_url( 'block.js', __FILE__ ), $editor, MIGRATION_WIDGET_VERSION, true );
	$known = array( 'attributes' => MIGRATION_WIDGET_ATTRIBUTES, 'styles' => MIGRATION_WIDGET_STYLES );
	wp_localize_script( 'migration-widget-block', 'migrationWidget', $known );
	wp_set_script_translations( 'migration-widget-block', 'migration-widget' );
	foreach ( array( 'chart' => 'migration-chart', 'explorer' => 'pillar-explorer' ) as $folder => $element ) {
		add_shortcode( str_replace( '-', '_', $element ), 'migration_widget_shortcode' );
		register_block_type(
			__DIR__ . '/' . $folder,
			array(
				'attributes'      => array_fill_keys( MIGRATION_WIDGET_ATTRIBUTES[ $element ], array( 'type' => 'string' ) ),
				'render_callback' => 'migration_widget_block',
			)
		);
	}
}
add_action( 'init', 'migration_widget_register' );

/**
 * Lets the page go on while the script travels, and asks optimizers to leave it where it lies: it finds its own files
 * beside itself, so it must neither be joined to others nor copied elsewhere.
 */
function migration_widget_script_tag( $tag, $handle ) {
	$as_it_is = '<script async data-cfasync="false" data-no-optimize="1" ';
	return 'migration-widget' === $handle ? str_replace( '<script ', $as_it_is, $tag ) : $tag;
}
add_filter( 'script_loader_tag', 'migration_widget_script_tag', 10, 2 );
