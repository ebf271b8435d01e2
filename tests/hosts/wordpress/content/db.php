<?php
// WordPress takes this file for its database: one that is always empty.

class Empty_Database extends wpdb {
	public function __construct() {
		$this->set_prefix( 'wp_' );
	}

	public function db_connect( $allow_bail = true ) {
		return false;
	}

	public function query( $query ) {
		$this->last_result = array();
		return 0;
	}

	public function _real_escape( $data ) {
		return $this->add_placeholder_escape( addslashes( (string) $data ) );
	}
}

$GLOBALS['wpdb'] = new Empty_Database();
