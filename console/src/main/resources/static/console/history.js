(function () {
	"use strict";

	function field(id) {
		return document.getElementById(id);
	}

	/* The slider is a second way to set the number, which is what the form sends. */
	function show(value) {
		var range = field("rewind-range");
		var number = field("rewind-number");
		if (!range || !number) {
			return;
		}
		var text = (range.dataset.text || "#").replace("#", value);
		range.value = value;
		number.value = value;
		range.setAttribute("aria-valuetext", text);
		field("rewind-value").textContent = text;
		document.querySelectorAll("#chain button[aria-current]").forEach(function (button) {
			button.removeAttribute("aria-current");
		});
		document.querySelectorAll("#chain button[value]").forEach(function (button) {
			if (Number(button.value) <= Number(value) && Number(value) <= Number(button.dataset.last || button.value)) {
				button.setAttribute("aria-current", "true");
			}
		});
	}

	document.addEventListener("input", function (event) {
		if (event.target.id === "rewind-range") {
			show(event.target.value);
		}
		else if (event.target.id === "rewind-number" && event.target.value !== "" && event.target.checkValidity()) {
			show(event.target.value);
		}
	});

	document.addEventListener("htmx:afterSettle", function () {
		var then = document.querySelector("#then [data-sequence]");
		if (then) {
			show(then.dataset.sequence);
		}
	});

	var slider = field("rewind-slider");
	if (slider) {
		slider.hidden = false;
		show(field("rewind-number").value);
	}
})();
