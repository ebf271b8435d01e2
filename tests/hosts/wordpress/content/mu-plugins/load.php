<?php
// An installed and active plugin is loaded before `init`; without a database there is no list of active ones.

require WP_PLUGIN_DIR . '/migration-widget/migration-widget.php';
